import { examineHost } from '../../excel/self-test';
import type { SelfTest } from '../../text/self-test';

/** Examines the program around the pane and the web view it is drawn in. Nothing is sent anywhere. */
export async function runSelfTest(): Promise<SelfTest> {
  return {
    ...(await examineHost()),
    build: readBuild(),
    address: new URL('.', document.baseURI).href,
    webView: navigator.userAgent,
    hasWorker: typeof Worker === 'function',
  };
}

/** The version in the page, and the script that it names: an old page from a cache names an old one. */
function readBuild(): string {
  const version = document.querySelector<HTMLMetaElement>('meta[name=version]')?.content ?? '';
  const script = [...document.scripts].map(({ src }) => /pane(?:\.[0-9a-f]+)?\.js$/.exec(src)?.[0]).find(Boolean) ?? '';
  return [version, script].filter(Boolean).join('　');
}
