import { View } from '@tarojs/components';
import type { StudyView } from '../../../domain/contract/views';
import { CATEGORIES } from '../../../domain/problem/category';
import type { AgendaItem } from '../../../domain/study/session';
import { Button, Card, Tag, type Tone } from '../../components';
import { dayWords, useSaid } from '../../i18n';
import { type StudyWords, useStudyWords } from '../../i18n/study';
import { openProblem } from '../../routes';

const DAY_MS = 86_400_000;
const CHOICES = ['solve', 'escalate', 'explain', 'defer'] as const;

interface Props {
  item: AgendaItem;
  study: StudyView;
  now: number;
  onAsk(kind: (typeof CHOICES)[number]): void;
}

/** One matter: how old it is, where it has been, what was tried; then four big choices, or what was decided. */
export function Item({ item, study, now, onAsk }: Props) {
  const words = useStudyWords();
  const said = useSaid();
  const { decision, category } = item;
  const name = category ? said(CATEGORIES[category]) : words.study.own;
  return (
    <Card
      id={`item-${item.id}`}
      title={name}
      aside={<Standing item={item} now={now} />}
      tone={decision ? 'done' : item.urgent ? 'danger' : 'due'}
    >
      <View className="study__text">{item.text || words.problem.voiceOnly}</View>
      <View className="y-note">
        {[item.areaPath, words.study.age(Math.floor((now - item.since) / DAY_MS))].join(' · ')}
      </View>
      {item.ladder.length > 0 && (
        <View className="y-note">{`${words.study.ladder} ${item.ladder.join(' · ')}`}</View>
      )}
      {item.tried.length > 0 && (
        <View className="study__tried">
          <View className="y-note">{words.study.tried}</View>
          {item.tried.map((text) => (
            <View key={text} className="y-quote">
              {text}
            </View>
          ))}
        </View>
      )}
      {item.kind === 'problem' && (
        <View className="study__link" hoverClass="y-pressed" onClick={() => openProblem(item.id)}>
          {words.study.openProblem}
        </View>
      )}
      {decision ? (
        <Decided item={item} now={now} />
      ) : (
        study.chairs && (
          <View className="study__choices">
            {choicesOf(item, study).map((kind) => (
              <View key={kind} className="study__choice">
                <Button
                  id={`${kind}-${item.id}`}
                  kind={kind === 'solve' ? 'primary' : 'quiet'}
                  onTap={() => onAsk(kind)}
                >
                  {words.study.decide[kind]}
                </Button>
              </View>
            ))}
          </View>
        )
      )}
    </Card>
  );
}

/** Nobody sits above the banner; what was put off once is not put off again. */
function choicesOf(item: AgendaItem, { level }: StudyView): (typeof CHOICES)[number][] {
  return CHOICES.filter((kind) => {
    if (item.kind === 'own') return kind === 'solve' || kind === 'explain';
    if (kind === 'escalate') return level !== 'banner';
    return kind !== 'defer' || !item.deferred;
  });
}

function Standing({ item, now }: { item: AgendaItem; now: number }) {
  const words = useStudyWords();
  if (item.decision) return <Tag tone="done">{words.study.decided[item.decision.kind]}</Tag>;
  if (item.due === undefined) return null;
  const tone: Tone = item.due - now < 2 * DAY_MS ? 'danger' : 'due';
  return <Tag tone={tone}>{words.study.due(dayWords(item.due - 1, now, words))}</Tag>;
}

function Decided({ item, now }: { item: AgendaItem; now: number }) {
  const words = useStudyWords();
  return (
    <View className="study__decided y-quote">
      {decidedWords(item, now, words).map((line) => (
        <View key={line}>{line}</View>
      ))}
      {item.missed !== undefined && <View className="y-due">{words.study.missed}</View>}
    </View>
  );
}

function decidedWords({ decision }: AgendaItem, now: number, words: StudyWords): string[] {
  if (!decision || decision.kind === 'carry') return [];
  if (decision.kind !== 'solve') return [decision.text];
  const { lead, promisedAt, text } = decision;
  const who = lead.unit && lead.unit !== lead.name ? `${lead.unit} ${lead.name}` : lead.name;
  return [words.study.by(who, dayWords(promisedAt - 1, now, words)), ...(text ? [text] : [])];
}
