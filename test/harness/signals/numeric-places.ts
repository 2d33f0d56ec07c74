/** The places of all numbers in plain data, as `tampered` takes them. */
export function numericPlaces(data: unknown, place = ''): string[] {
  if (typeof data === 'number') return [place];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => numericPlaces(value, place === '' ? key : `${place}.${key}`));
}

export function at(data: unknown, place: string): unknown {
  // Walks plain data by names that were taken from it.
  return place.split('.').reduce((inner, key) => (inner as Record<string, unknown>)[key], data);
}
