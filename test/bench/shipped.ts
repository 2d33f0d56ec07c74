/**
 * A module of the build that users get, typed by its source: tsx would wrap every inner function of the sources to keep its name,
 * which costs what is measured here. @param path of the source, from the root of the project
 */
export async function shipped<Module>(path: `${string}.ts`): Promise<Module> {
  const built = new URL(`../../dist/${path.replace(/\.ts$/, '.js')}`, import.meta.url);
  // The build is made of that very source right before the bench (see `npm run bench`).
  return (await import(built.href)) as Module;
}
