import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { selfTestTexts } from '../../text/self-test';

const SelfTestDialog = lazy(async () => ({ default: (await import('./SelfTestDialog')).SelfTestDialog }));

/** Leads to 自检, where the pane works and where it does not. */
export function SelfTestLink() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {selfTestTexts.open}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SelfTestDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
