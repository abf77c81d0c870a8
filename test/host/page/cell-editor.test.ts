import { CellEditor } from '../../../src/host/page/grid/cell-editor';

function makeEditor(mayEdit = true): { editor: CellEditor; seen: string[] } {
  const seen: string[] = [];
  const editor: CellEditor = new CellEditor({
    mayEdit: () => mayEdit,
    changed: () => seen.push(editor.isEditing ? editor.text : '(结束)'),
  });
  document.body.replaceChildren(editor.element);
  editor.focus();
  return { editor, seen };
}

test('an input method begins to compose right in the textarea, and no stroke is lost', () => {
  const { editor } = makeEditor();
  editor.element.dispatchEvent(new CompositionEvent('compositionstart'));
  expect(editor.isEditing).toBe(true);
  expect(editor.editMode).toBe('typing');
  editor.element.value = '晋城';
  editor.element.dispatchEvent(new InputEvent('input', { isComposing: true }));
  editor.element.dispatchEvent(new CompositionEvent('compositionend', { data: '晋城' }));
  expect(editor.text).toBe('晋城');
});

test('the first typed character is kept', () => {
  const { editor, seen } = makeEditor();
  editor.element.value = '7';
  editor.element.dispatchEvent(new InputEvent('input'));
  expect(editor.text).toBe('7');
  expect(seen).toEqual(['7']);
});

test('a locked cell takes nothing, composed or typed', () => {
  const { editor } = makeEditor(false);
  const typed = new InputEvent('beforeinput', { cancelable: true, data: 'a' });
  editor.element.dispatchEvent(typed);
  expect(typed.defaultPrevented).toBe(true);
  editor.element.dispatchEvent(new CompositionEvent('compositionstart'));
  expect(editor.isEditing).toBe(false);
  expect(editor.element.value).toBe('');
});

test('ending empties the textarea for the next cell', () => {
  const { editor, seen } = makeEditor();
  editor.begin('旧内容', 'editing');
  expect(editor.text).toBe('旧内容');
  editor.end();
  expect(editor.element.value).toBe('');
  expect(seen.at(-1)).toBe('(结束)');
});

test('a line break goes in at the caret', () => {
  const { editor } = makeEditor();
  editor.begin('一二', 'editing');
  editor.element.setSelectionRange(1, 1);
  editor.insert('\n');
  expect(editor.text).toBe('一\n二');
});
