/** Conversation and add-in instance: one pane per page, so they need not differ. */
export const CONVERSATION = 'conv1';
export const INSTANCE = 'app1';

/**
 * Address of the task pane with what Excel on the web adds to it, from which the library learns where it runs.
 * `page` may hold query parameters of its own; `origin` is that of the page that plays Excel.
 */
export function paneAddress(page: string, origin: string, locale = 'zh-CN'): string {
  const hostInfo = `Excel$Web$16.00$${locale}$${INSTANCE}$$disableLogging$0`;
  const separator = page.includes('?') ? '&' : '?';
  return `${page}${separator}_host_Info=${hostInfo}#&_xdm_Info=${CONVERSATION}|${INSTANCE}|${origin}`;
}
