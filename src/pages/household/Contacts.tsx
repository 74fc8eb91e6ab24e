import { View } from '@tarojs/components';
import type { ContactLine } from '../../../domain/contract/views';
import { Card, Photos, Tag, VoicePlayer } from '../../components';
import { dayWords, useWords, weekNumber } from '../../i18n';
import { cloud } from '../../services/cloud';

/** What went before, newest first, whoever it was; and what the household said of it. */
export function Contacts({ contacts }: { contacts: ContactLine[] }) {
  const words = useWords().household;
  return (
    <Card id="contacts" title={words.history}>
      {contacts.length === 0 && <View className="household__note">{words.noHistory}</View>}
      {contacts.map((contact) => (
        <Line key={`${contact.week}-${contact.at}-${contact.by.name}`} contact={contact} />
      ))}
    </Card>
  );
}

function Line({ contact }: { contact: ContactLine }) {
  const words = useWords();
  const { contact: said, household } = words;
  const { at, week, channel, inPerson, by, note, voice, photos, activities = {}, word } = contact;
  const done = Object.keys(activities) as (keyof typeof activities)[];
  return (
    <View className="household__line">
      <View className={`household__cell household__cell--${inPerson ? 'met' : 'reached'}`} />
      <View className="household__text">
        <View className="household__what">
          {[said.channel[channel], ...(inPerson ? [said.met] : [])].join(' · ')}
        </View>
        <View className="household__note">
          {[
            dayWords(at, cloud.now(), words),
            words.home.week(weekNumber(week)),
            by.mine ? household.mine : household.by(by.name),
          ].join(' · ')}
        </View>
        {done.length > 0 && (
          <View>{done.map((one) => `${said.activity[one]} ×${activities[one]}`).join(' · ')}</View>
        )}
        {note !== undefined && <View>{note}</View>}
        {voice !== undefined && <VoicePlayer source={voice.url} seconds={voice.seconds} />}
        <Photos photos={photos} />
        {word !== undefined && <Said word={word} />}
      </View>
    </View>
  );
}

function Said({ word }: { word: NonNullable<ContactLine['word']> }) {
  const words = useWords().household;
  const tone = { yes: 'done', no: 'danger', unreached: 'plain' } as const;
  return (
    <View className="household__word">
      <Tag tone={tone[word.said]}>{words.word[word.said]}</Tag>
      <View className="household__note">{`${word.by.name} · ${words.wordBy[word.by.role]}`}</View>
      {word.text !== undefined && <View>{word.text}</View>}
    </View>
  );
}
