import { View } from '@tarojs/components';
import type { DeskHome } from '../../../domain/contract/views';
import { Card } from '../../components';
import { spoken } from '../../components/a11y';
import { type Dictionary, useWords } from '../../i18n';
import { openDeeds, openHealth, openIndicators, openReach, openRegistry, openStudy } from '../../routes';

type Tool = keyof Dictionary['home']['tools'];

/** Where each tool is. */
const OPEN: Record<Tool, (area: string) => void> = {
  study: openStudy,
  deeds: openDeeds,
  indicators: openIndicators,
  registry: openRegistry,
  reach: openReach,
  health: openHealth,
};

const LEADERS: readonly DeskHome['as'][] = ['chief', 'secretary', 'official', 'supervisor', 'admin'];

/** Who has which tool; the server decides all the same. */
const FOR: Record<Tool, readonly DeskHome['as'][]> = {
  study: ['secretary', 'official', 'supervisor', 'admin'],
  deeds: [...LEADERS, 'handler'],
  indicators: LEADERS,
  registry: ['secretary', 'admin'],
  reach: LEADERS,
  health: ['official', 'supervisor', 'admin'],
};

/** What a desk has beside its matters, one line each. */
export function Tools({ home: { as, me } }: { home: Pick<DeskHome, 'as' | 'me'> }) {
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
          onClick={() => OPEN[tool](me.area.code)}
          {...spoken('button')}
        >
          {words.tools[tool]}
        </View>
      ))}
    </Card>
  );
}
