import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { BookView } from '../../../domain/contract/views';
import type { PointsEntry } from '../../../domain/points/entry';
import { Button, Photos, Sheet } from '../../components';
import { momentWords, useSaid } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { useRuleWords } from '../../i18n/rules';
import { cloud } from '../../services/cloud';
import { useRoles } from '../../state';
import { unknownWords } from './entry-words';
import { openerOf } from './evidence';
import { monthWords } from './months';
import { ReverseSheet } from './ReverseSheet';

interface Props {
  entry: PointsEntry;
  book: BookView;
  /** Another entry, linked to this one. */
  onOpen(cause: string): void;
  onClose(): void;
  onDone(): Promise<void>;
}

/** Where an entry comes from: the rule in the words of its day, the evidence, who signed, and what it is linked to. */
export function EntrySheet({ entry, book, onOpen, onClose, onDone }: Props) {
  const words = usePointsWords();
  const rules = useRuleWords().rules;
  const said = useSaid();
  const [reversing, setReversing] = useState(false);
  const { detail } = words.points;
  const now = cloud.now();
  const rule = book.rules[`${entry.version} ${entry.rule}`];
  const ask =
    entry.evidence.kind === 'ask' ? book.asks.find(({ id }) => id === entry.evidence.id) : undefined;
  const linked = entry.reversedBy ?? entry.reverses;
  const open = openerOf(entry, useRoles());
  const reversible = book.may.reverse && !linked && !['order', 'book'].includes(entry.evidence.kind);
  if (reversing)
    return <ReverseSheet entry={entry} book={book} onClose={() => setReversing(false)} onDone={onDone} />;
  return (
    <Sheet
      open
      onClose={onClose}
      title={detail.title}
      action={
        open || reversible ? (
          <View className="y-pair">
            {reversible && (
              <Button id="reverse" kind="quiet" onTap={() => setReversing(true)}>
                {words.points.reverse.button}
              </Button>
            )}
            {open && (
              <Button id="evidence" onTap={open}>
                {words.points.open}
              </Button>
            )}
          </View>
        ) : undefined
      }
    >
      <View className="points__big">{words.points.signed(entry.amount)}</View>
      {entry.uncapped !== undefined && (
        <View className="y-note">{detail.cut(entry.uncapped, entry.amount)}</View>
      )}
      <Line label={detail.rule}>
        {rule ? `${said(rule.name)}：${said(rule.text)}` : unknownWords(entry.rule, words)}
        {rule && <View className="y-note">{rules.version(entry.version)}</View>}
      </Line>
      <Line label={words.points.evidence[entry.evidence.kind]}>
        {entry.measure && detail.measure(entry.measure.n, entry.measure.of)}
        {entry.text !== undefined && <View className="y-quote">{entry.text}</View>}
        {ask && <Photos photos={ask.photos} />}
      </Line>
      {ask?.heard !== undefined && (
        <Line label={detail.heard}>
          <View className="y-quote">{ask.heard}</View>
        </Line>
      )}
      {entry.by && <Line label={detail.by}>{entry.by.name}</Line>}
      {entry.approvedBy && <Line label={detail.approvedBy}>{entry.approvedBy.name}</Line>}
      <Line label={detail.month}>{monthWords(entry.month, book.year, words)}</Line>
      <Line label={detail.booked}>{momentWords(entry.bookedAt, now, words)}</Line>
      {linked !== undefined && (
        <Button id="linked" kind="quiet" onTap={() => onOpen(linked)}>
          {entry.reversedBy ? detail.reversed : detail.reverses}
        </Button>
      )}
    </Sheet>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="y-line">
      <View className="y-note">{label}</View>
      <View>{children}</View>
    </View>
  );
}
