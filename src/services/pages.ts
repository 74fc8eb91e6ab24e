/**
 * In a browser the pages themselves must open in a valley without signal, as WeChat's do: `sw.js` keeps what was
 * loaded. It hears of what came before it was there from here.
 */
export function keepPages(): void {
  if (process.env.TARO_ENV !== 'h5' || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register('sw.js')
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      const tell = (entries: PerformanceEntryList) =>
        active?.postMessage({ keep: entries.map(({ name }) => name) });
      new PerformanceObserver((list) => tell(list.getEntries())).observe({
        type: 'resource',
        buffered: true,
      });
    })
    // Private windows and plain http allow none: then the pages need the network, nothing else changes.
    .catch(() => undefined);
}
