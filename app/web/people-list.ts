/** Which part of a list of people an address asks for. */
export function askedOf(address: string): { text: string; page: number } {
  const { searchParams } = new URL(address);
  return {
    text: (searchParams.get("q") ?? "").slice(0, 200),
    page: Number(searchParams.get("page") ?? "1"),
  };
}
