/* Runs in every web view, also Internet Explorer's: ECMAScript 5 only, no build step. */
(function () {
  // Trident has none of these; the old Edge lacks the last two.
  var modern =
    typeof Promise === 'function' &&
    typeof ResizeObserver === 'function' &&
    typeof String.prototype.replaceAll === 'function' &&
    typeof globalThis === 'object';
  if (!modern) {
    document.getElementById('too-old').removeAttribute('hidden');
  }
})();
