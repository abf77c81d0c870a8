/** A member newer than the shipped library's types. */
interface PartitionedContext {
  readonly partitionKey?: string;
}

/** The part of the browser's storage that is this add-in's (Excel on the web shares an origin among add-ins); '' where Office gives none. */
export function readPartition(): string {
  if (typeof Office === 'undefined') return '';
  const context = Office.context as PartitionedContext | undefined;
  return context?.partitionKey ?? '';
}
