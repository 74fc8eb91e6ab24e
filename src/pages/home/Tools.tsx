import { View } from '@tarojs/components';
import type { DeskHome } from '../../../domain/contract/views';
import { Card } from '../../components';
import { spoken } from '../../components/a11y';
import { type Dictionary, useWords } from '../../i18n';
import { openReach } from '../../routes';

type Tool = keyof Dictionary['home']['tools'];

/** Where each tool is. */
const OPEN: Record<Tool, () => void> = {
  reach: openReach,
};

const LEADERS: readonly DeskHome['as'][] = ['chief', 'secretary', 'official', 'supervisor', 'admin'];

/** Who has which tool; the server decides all the same. */
const FOR: Record<Tool, readonly DeskHome['as'][]> = {
  reach: LEADERS,
};

/** What a desk has beside its matters, one line each. */
export function Tools({ as }: { as: DeskHome['as'] }) {
  const words = useWords().home;
  const tools = (Object.keys(OPEN) as Tool[]).filter((tool) => FOR[tool].includes(as));
  if (tools.length === 0) return null;
  return (
    <Card id="tools" title={words.more}>
      {tools.map((tool) => (
        <View
          key={tool}
          id={`tool-${tool}`}
          className="home__tool"
          hoverClass="y-pressed"
          onClick={OPEN[tool]}
          {...spoken('button')}
        >
          {words.tools[tool]}
        </View>
      ))}
    </Card>
  );
}
