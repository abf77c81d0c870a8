import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { viewTexts } from '../../text/ui';
import { useCommands } from '../state/PaneContext';
import type { ViewName } from '../state/state';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingInline: '4px', flexShrink: 0, overflow: 'hidden' },
  tabs: { flex: '1 1 0', minWidth: 0 },
  tab: { paddingInline: '8px', minHeight: '40px', flexShrink: 0 },
  help: { marginLeft: 'auto' },
});

/** The views in the order of a month's work; 帮助 stands at the far end. */
const views: readonly Exclude<ViewName, 'help'>[] = ['workbook', 'dispatch', 'ranking', 'exchange', 'together'];

interface Props {
  readonly view: ViewName;
  /** What the first view is called: 校验, or 生成 where there is nothing to check yet. */
  readonly first: string;
  /** Which views the open workbook has. */
  readonly has: (view: ViewName) => boolean;
}

/** Leads from view to view. What does not fit beside the others in a narrow pane is in a menu. */
export function ViewBar({ view, first, has }: Props) {
  const styles = useStyles();
  const commands = useCommands();
  const offered = views.filter(has);
  const nameOf = (name: ViewName): string => (name === 'workbook' ? first : viewTexts[name]);
  return (
    <Overflow padding={44} minimumVisible={1}>
      <nav className={styles.root} aria-label={viewTexts.label}>
        <TabList className={styles.tabs} selectedValue={view} onTabSelect={(_, { value }) => commands.view(value as ViewName)}>
          {offered.map((name) => (
            <OverflowItem key={name} id={name} priority={name === view ? 2 : 1}>
              <Tab className={styles.tab} value={name}>
                {nameOf(name)}
              </Tab>
            </OverflowItem>
          ))}
          <OverflowItem id="help" priority={3}>
            <Tab className={mergeClasses(styles.tab, styles.help)} value="help" icon={<QuestionCircle20Regular />} aria-label={viewTexts.help} title={viewTexts.help} />
          </OverflowItem>
        </TabList>
        <HiddenViews views={offered} nameOf={nameOf} onChoose={commands.view} />
      </nav>
    </Overflow>
  );
}

interface HiddenProps {
  readonly views: readonly ViewName[];
  readonly nameOf: (name: ViewName) => string;
  readonly onChoose: (name: ViewName) => void;
}

function HiddenViews({ views: offered, nameOf, onChoose }: HiddenProps) {
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton ref={ref} appearance="subtle" icon={<MoreHorizontal20Regular />} menuIcon={null} aria-label={viewTexts.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {offered.map((name) => (
            <HiddenView key={name} name={name} text={nameOf(name)} onChoose={onChoose} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function HiddenView({ name, text, onChoose }: { readonly name: ViewName; readonly text: string; readonly onChoose: (name: ViewName) => void }) {
  const isVisible = useIsOverflowItemVisible(name);
  return isVisible ? null : <MenuItem onClick={() => onChoose(name)}>{text}</MenuItem>;
}
