/** Says which language model a claim was worded with; nothing where people and the engine did it alone. */
export function ModelMark({ model }: { model: string | null }) {
  return model === null ? null : <span className="min-w-0 break-words">worded with {model}</span>;
}
