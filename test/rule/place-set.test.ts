import { addPlace, boundsOf, removePlace } from '../../src/rule/place-set';

describe('places in ascending order', () => {
  it('stay so wherever one is put in', () => {
    const places: number[] = [];
    for (const place of [5, 1, 9, 3, 7, 0, 10]) addPlace(places, place);
    expect(places).toEqual([0, 1, 3, 5, 7, 9, 10]);
  });
  it('lose the one that is taken out, and none where it is not among them', () => {
    const places = [1, 3, 5, 7];
    for (const place of [0, 4, 8, 3]) removePlace(places, place);
    expect(places).toEqual([1, 5, 7]);
    removePlace(places, 1);
    removePlace(places, 7);
    expect(places).toEqual([5]);
    removePlace(places, 5);
    removePlace(places, 5);
    expect(places).toEqual([]);
  });
  it.each([
    [1, 8, [0, 4]],
    [2, 7, [1, 3]],
    [3, 5, [1, 2]],
    [4, 5, [2, 2]],
    [8, 9, [4, 4]],
    [0, 1, [0, 0]],
  ])('from %s to before %s stand between these positions', (from, to, bounds) => expect(boundsOf([1, 3, 5, 7], from, to)).toEqual(bounds));
});
