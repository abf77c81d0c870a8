import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Issue } from '../../rule/issue';

/** Most issues take three lines and a row of buttons. */
const usualHeight = 128;
/** Rows whose places are worked out at first; as many again whenever one comes near the last of them. */
const reachOfRows = 1_000;
/** Rows that PageUp and PageDown pass. */
const pageOfRows = 5;

interface IssueRows {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly rows: readonly VirtualItem[];
  readonly height: number;
  /** Pixels above the list in what scrolls. */
  readonly offset: number;
  readonly measure: (element: Element | null) => void;
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Which rows are drawn and which has the focus. An issue that was mended leaves the focus to the next one. */
export function useIssueRows(issues: readonly Issue[], page: HTMLElement | null): IssueRows {
  const list = useRef<HTMLDivElement>(null);
  const lastFocused = useRef<Element | null>(null);
  const wantsFocus = useRef(false);
  const [wanted, setActive] = useState(0);
  const [offset, setOffset] = useState(0);
  const [reach, setReach] = useState(reachOfRows);
  const active = Math.min(wanted, issues.length - 1);
  // Each row that turns out taller than usual moves all below it: with a hundred thousand of them that is felt.
  const count = Math.min(issues.length, Math.max(reach, active + 1));

  // Another function would have every row measured again each time that anything in the pane is drawn.
  const getItemKey = useCallback((index: number) => issues[index]?.id ?? index, [issues]);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => page,
    estimateSize: () => usualHeight,
    getItemKey,
    overscan: 4,
    scrollMargin: offset,
    // What has the focus stays drawn, wherever one scrolls by mouse.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  });

  useLayoutEffect(() => {
    const above = (list.current?.offsetTop ?? 0) - (page?.offsetTop ?? 0);
    if (above !== offset) setOffset(above);
  });

  useLayoutEffect(() => {
    if (count === issues.length || !page) return;
    const inSight = Math.max(virtualizer.range?.endIndex ?? 0, Math.ceil((page.scrollTop + page.clientHeight) / usualHeight));
    if (inSight + reachOfRows / 2 > count) setReach(inSight + reachOfRows);
  });

  const focusActive = (): void => {
    const button = list.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`);
    if (!button) return;
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
  };

  useLayoutEffect(() => {
    if (wantsFocus.current) focusActive();
    lastFocused.current = list.current?.contains(document.activeElement) ? document.activeElement : lastFocused.current;
  });

  useLayoutEffect(() => {
    const lost = lastFocused.current;
    if (lost && !lost.isConnected && document.activeElement === document.body) wantsFocus.current = true;
    if (wantsFocus.current) focusActive();
    // Only a change of the issues takes the focus away; scrolling does not.
  }, [issues]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = targetOf(event.key, active, issues.length);
    if (target === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    // Only then is there a place to scroll to.
    flushSync(() => setActive(target));
    virtualizer.scrollToIndex(target, { align: 'auto' });
  };

  return {
    list,
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize() + (issues.length - count) * usualHeight,
    offset,
    measure: virtualizer.measureElement,
    active,
    setActive,
    onKeyDown,
  };
}

function targetOf(key: string, from: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + pageOfRows,
    PageUp: from - pageOfRows,
    Home: 0,
    End: count - 1,
  };
  const target = steps[key];
  return target === undefined ? null : Math.max(0, Math.min(count - 1, target));
}
