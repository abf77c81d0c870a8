/** The share that stands for an office's own in what is printed and shipped for it. */
export const exampleShare = '\\\\server\\addins';

const key = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{b0f1d6b4-7c0e-4b0a-9a43-5f0a4e1c2d31}';

/**
 * What makes Office on Windows trust a folder of manifests, and what takes that back, as texts for regedit.
 * Keys and values are those of Microsoft's "Sideload Office Add-ins for testing from a network share".
 * @param {string} share \\server\folder, without a backslash at the end; a drive letter is no catalog
 */
export function catalogEntries(share) {
  if (!/^\\\\[^\\/:*?"<>|\s]+(\\[^\\/:*?"<>|]+)+$/.test(share)) {
    throw new Error(`ADDIN_SHARE 应为 \\\\服务器\\文件夹 形式的共享文件夹、末尾不带反斜杠，现在是“${share}”。`);
  }
  const begin = 'Windows Registry Editor Version 5.00\n\n';
  return {
    trust: `${begin}[${key}]\n"Id"="${key.slice(key.lastIndexOf('{'))}"\n"Url"="${share.replaceAll('\\', '\\\\')}"\n"Flags"=dword:00000001\n`,
    forget: `${begin}[-${key}]\n`,
  };
}

/** Ships both as files for regedit, which reads UTF-16 with its mark and lines ended as on Windows. */
export function catalogPlugin(entries) {
  return {
    apply(compiler) {
      const { Compilation, sources } = compiler.webpack;
      compiler.hooks.thisCompilation.tap('catalog', (compilation) => {
        compilation.hooks.processAssets.tap({ name: 'catalog', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
          for (const [name, text] of Object.entries(entries)) {
            compilation.emitAsset(`${name}-catalog.reg`, new sources.RawSource(Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le')));
          }
        });
      });
    },
  };
}
