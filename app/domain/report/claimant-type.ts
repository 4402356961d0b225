import { kindOfName } from "../claim/organisations";

const legalForm = /\b(?:inc|corp|corporation|ltd|limited|plc|llc|gmbh|company|co)\.?$/i;

/**
 * Whether markup calls a claimant a person or an organisation: the outlet itself and names that end as organisations' do
 * ("Ministry of Defence", "Acme Ltd") are organisations; everybody else, also whoever bears a firm's name, is a person.
 */
export function claimantType(name: string, outlet: string | null): "Person" | "Organization" {
  const kind = kindOfName(name);
  const isOrganisation =
    name === outlet || legalForm.test(name) || (kind !== null && kind !== "company");
  return isOrganisation ? "Organization" : "Person";
}
