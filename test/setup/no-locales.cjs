/** Stands for zod's collection of languages, which only those look into who choose another one than English. */
module.exports = {};
