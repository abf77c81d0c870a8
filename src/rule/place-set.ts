/** The first position whose number is not below `least`. */
function positionOf(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a number into an ascending array that does not hold it. */
export function addPlace(numbers: number[], number: number): void {
  if (numbers[numbers.length - 1]! < number) numbers.push(number);
  else numbers.splice(positionOf(numbers, number), 0, number);
}

/** Takes a number out of an ascending array; nothing where it is not in it. */
export function removePlace(numbers: number[], number: number): void {
  const at = positionOf(numbers, number);
  if (numbers[at] === number) numbers.splice(at, 1);
}

/** Where the numbers from..to (exclusive) stand in an ascending array: first and last position (exclusive). */
export function boundsOf(numbers: readonly number[], from: number, to: number): readonly [first: number, last: number] {
  return [positionOf(numbers, from), positionOf(numbers, to)];
}
