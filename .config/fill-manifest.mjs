/** The address in manifest.xml, which stands for the server on which the pane will lie. */
export const addressInManifest = 'https://localhost:3000';

/**
 * The manifest for an office's own server.
 * @param {string} xml manifest.xml as it is in the repository
 * @param {string} addinUrl the https address of the folder that holds dist/, without a slash at the end
 * @returns {string} the same manifest with that address; AppDomain takes its origin only
 */
export function fillManifest(xml, addinUrl) {
  if (!/^https:\/\/\S+[^/\s]$/.test(addinUrl)) {
    throw new Error(`ADDIN_URL 应为 https:// 开头、末尾不带斜杠的地址，现在是“${addinUrl}”。`);
  }
  return xml
    .replaceAll(`<AppDomain>${addressInManifest}<`, `<AppDomain>${new URL(addinUrl).origin}<`)
    .replaceAll(`${addressInManifest}/`, `${addinUrl}/`);
}
