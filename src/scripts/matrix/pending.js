// Runs before the matrix is drawn: what the address asks for is worked out first, so that nothing flashes or moves.
(() => {
  const asked = ['view', 'actor', 'since', 'platform', 'source', 'log', 'status', 'level', 'unfold', 'as'];
  const query = new URLSearchParams(location.search);
  if (asked.some((name) => query.has(name))) document.documentElement.dataset.pending = '';
})();
