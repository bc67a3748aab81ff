/** Imports the module of an interaction. It stands alone, so that a page can start without the elements. @param {string} name */
export const importInteraction = (name) => import(`./interactions/${name}.js`);
