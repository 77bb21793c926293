/** Shows a file to read in a tab of its own; the browser knows what to do with each kind. */
export const openFile = (url: string, _name: string): Promise<void> => {
  window.open(url, '_blank', 'noopener')
  return Promise.resolve()
}
