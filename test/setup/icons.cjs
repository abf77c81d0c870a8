/**
 * Stands for @fluentui/react-icons, the whole of which is 19 MB that the component library makes every test of the pane
 * read: here each icon is loaded from its own file when it is asked for by name.
 */
const tools = require('@fluentui/react-icons/utils');

/** DismissCircle20Filled lies in dismiss-circle. */
const fileOf = (name) => name.replace(/\d*(Regular|Filled|Light|Color)$/, '').replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

module.exports = new Proxy(tools, {
  get: (known, name) => (name in known || !/^[A-Z]\w+(Regular|Filled|Light|Color)$/.test(String(name)) ? known[name] : require(`@fluentui/react-icons/svg/${fileOf(name)}`)[name]),
});
