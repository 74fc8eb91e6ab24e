import { View } from '@tarojs/components';
import type { HomeView } from '../../../domain/contract/views';
import { Card } from '../../components';
import { spoken } from '../../components/a11y';
import { type Dictionary, useWords } from '../../i18n';
import {
  openAwards,
  openCounter,
  openDeeds,
  openEvaluation,
  openHealth,
  openIndicators,
  openPoints,
  openReach,
  openRegistry,
  openRoll,
  openRules,
  openShop,
  openStudy,
} from '../../routes';

type Tool = keyof Dictionary['home']['tools'];

/** Where each tool is. */
const OPEN: Record<Tool, (area: string) => void> = {
  study: openStudy,
  deeds: openDeeds,
  indicators: openIndicators,
  points: () => openPoints(),
  awards: openAwards,
  evaluation: () => openEvaluation(),
  roll: () => openRoll(),
  shop: () => openShop(),
  counter: openCounter,
  rules: openRules,
  registry: openRegistry,
  reach: openReach,
  health: openHealth,
};

const LEADERS: readonly HomeView['as'][] = ['chief', 'secretary', 'official', 'supervisor', 'admin'];

/** Who has which tool; the server decides all the same. */
const FOR: Record<Tool, readonly HomeView['as'][]> = {
  study: ['secretary', 'official', 'supervisor', 'admin'],
  deeds: [...LEADERS, 'handler'],
  indicators: LEADERS,
  points: ['worker', 'secretary', 'official', 'supervisor'],
  awards: ['chief', 'secretary', 'official'],
  evaluation: ['worker', 'secretary', 'official', 'supervisor'],
  roll: ['worker', 'resident', ...LEADERS],
  shop: ['resident'],
  counter: ['chief', 'secretary'],
  rules: ['worker', ...LEADERS],
  registry: ['secretary', 'admin'],
  reach: LEADERS,
  health: ['official', 'supervisor', 'admin'],
};

/** What somebody has beside what is due now, one line each. */
export function Tools({ home: { as, me } }: { home: Pick<HomeView, 'as' | 'me'> }) {
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
