/** The same function, which draws for the same object only once; for functions of nothing but their argument. */
export function drawnOnce<Given extends object, Drawn>(draw: (given: Given) => Promise<Drawn>): typeof draw {
  const known = new WeakMap<Given, Promise<Drawn>>();
  return (given) => {
    const drawn = known.get(given) ?? draw(given);
    known.set(given, drawn);
    return drawn;
  };
}
