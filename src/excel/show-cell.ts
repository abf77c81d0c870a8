import { HostError } from '../job/port';
import { sendRequest } from './request';

/** Selects a cell (A1) and brings its sheet to the front. Throws HostError, hidden where the user has hidden the sheet. */
export async function showCell(sheet: string, address: string): Promise<void> {
  try {
    await sendRequest((desk) => {
      desk.sheet(sheet).activate();
      desk.sheet(sheet).getRange(address).select();
    });
  } catch (cause) {
    // Excel has no code of its own for a hidden sheet: asked only where it refused.
    if (cause instanceof HostError && cause.fault === 'unknown' && (await isHidden(sheet))) {
      throw new HostError('hidden', `${sheet} is hidden`, { cause });
    }
    throw cause;
  }
}

async function isHidden(name: string): Promise<boolean> {
  const { visibility } = await sendRequest((desk) => desk.sheet(name).load('visibility'));
  return visibility !== 'Visible';
}
