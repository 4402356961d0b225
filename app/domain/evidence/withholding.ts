/** That an editor keeps a capture from readers, whatever the desk offers. Readers are not told why. */
export interface Withholding {
  reason: string;
  personId: string;
  at: string;
}
