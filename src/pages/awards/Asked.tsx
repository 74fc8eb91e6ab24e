import { View } from '@tarojs/components';
import type { WaitingAsk } from '../../../domain/contract/views';
import { Button, Card, Photos, Tag, toast } from '../../components';
import { askWords } from '../../components/points/ask-words';
import { momentWords, useSaid } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { asCloudError, cloud } from '../../services/cloud';
import { useSend } from '../../state';
import type { Way } from './Answer';

interface Props {
  waiting: WaitingAsk;
  onAnswered(): Promise<void>;
  /** Perhaps it is not what it was: somebody else may have answered. */
  onFailed(): Promise<void>;
  onAnswer(way: Way): void;
}

/** Whose, what, by whom, by which rule; then yes, no, or "I am kin". */
export function Asked({ waiting, onAnswered, onFailed, onAnswer }: Props) {
  const words = usePointsWords();
  const said = useSaid();
  const send = useSend();
  const { account, year, name, areaPath, ask, rule, barred, opensAt } = waiting;
  const early = opensAt !== undefined && opensAt > cloud.now();
  const agree = async () => {
    try {
      await send('points.approve', { account, year, ask: ask.id });
      toast(words.awards.told.yes);
    } catch (reason) {
      toast(said(asCloudError(reason).words));
      return onFailed();
    }
    await onAnswered();
  };
  return (
    <Card
      id={`ask-${ask.id}`}
      title={name}
      aside={<View className="awards__figure">{words.points.signed(ask.amount)}</View>}
      tone={barred ? 'plain' : 'due'}
    >
      <View className="y-note">{`${areaPath} · ${words.points.yearOf(year)}`}</View>
      <View className="awards__tags">
        <Tag tone={barred ? 'plain' : 'due'}>{askWords(ask, words)}</Tag>
        <View className="y-strong">{said(rule.name)}</View>
      </View>
      <View className="y-quote">{ask.text}</View>
      {ask.heard !== undefined && (
        <View className="y-quote">{`${words.points.detail.heard}：${ask.heard}`}</View>
      )}
      <Photos photos={ask.photos} />
      <View className="y-hint">{said(rule.text)}</View>
      <View className="y-note">
        {words.awards.asked(ask.by.name, momentWords(ask.at, cloud.now(), words))}
        {ask.recused.length > 0 && ` · ${words.awards.recused(ask.recused.join('、'))}`}
      </View>
      {barred ? (
        <>
          <View className="awards__barred">{words.awards.barred[barred]}</View>
          {barred === 'author' && (
            <View className="y-acts">
              <Button id={`withdraw-${ask.id}`} kind="quiet" inline onTap={() => onAnswer('withdraw')}>
                {words.awards.withdraw.give}
              </Button>
            </View>
          )}
        </>
      ) : (
        <View className="y-acts">
          {early ? (
            <View className="y-note">{words.awards.opens(momentWords(opensAt, cloud.now(), words))}</View>
          ) : (
            <Button id={`yes-${ask.id}`} inline onTap={agree}>
              {words.awards.yes}
            </Button>
          )}
          <Button id={`no-${ask.id}`} kind="quiet" inline onTap={() => onAnswer('decline')}>
            {words.awards.no}
          </Button>
          <Button id={`kin-${ask.id}`} kind="quiet" inline onTap={() => onAnswer('recuse')}>
            {words.awards.kin}
          </Button>
        </View>
      )}
    </Card>
  );
}
