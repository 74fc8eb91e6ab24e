import { View } from '@tarojs/components';
import type { AskView } from '../../../domain/contract/views';
import { CONSENT_VERSION } from '../../../domain/household/consent';
import { Button, Card, Field, Screen } from '../../components';
import { spoken } from '../../components/a11y';
import { type BindWords, useBindWords } from '../../i18n/bind';
import { goHome } from '../../routes';
import { Sent } from './Sent';
import { useAsk } from './useAsk';
import './index.scss';

/** A resident says: this is my household. Code, name, consent; the worker says yes. */
export default function Bind() {
  const words = useBindWords().bind;
  const { ask, change, wrong, error, submit, answer } = useAsk();
  if (answer !== undefined) {
    return (
      <Screen
        title={words.title}
        heading={headingOf(answer, words)}
        lead={words.sentHousehold(answer.head)}
        action={
          <Button id="done" onTap={goHome}>
            {answer.answer?.yes ? words.open : words.done}
          </Button>
        }
      >
        <Sent answer={answer.answer} />
      </Screen>
    );
  }
  return (
    <Screen
      title={words.title}
      heading={words.ask}
      lead={words.lead}
      action={
        <Button id="send" onTap={submit}>
          {words.send}
        </Button>
      }
    >
      <Field
        name="code"
        label={words.code}
        hint={words.codeHint}
        value={ask.code}
        most={12}
        error={wrong.code}
        onChange={(code) => change({ code })}
      />
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={ask.name}
        most={30}
        error={wrong.name}
        onChange={(name) => change({ name })}
      />
      <Card id="consent" title={words.consent}>
        {words.consentLines.map((line) => (
          <View key={line} className="bind__line">
            {line}
          </View>
        ))}
        <View className="bind__note">{words.version(CONSENT_VERSION)}</View>
        <View
          id="agree"
          className="bind__agree"
          hoverClass="y-pressed"
          onClick={() => change({ agreed: !ask.agreed })}
          aria-checked={ask.agreed}
          {...spoken('checkbox', words.agree)}
        >
          <View className={`bind__box${ask.agreed ? ' bind__box--on' : ''}`} />
          {words.agree}
        </View>
        {wrong.agreed !== undefined && <View className="bind__wrong">{wrong.agreed}</View>}
      </Card>
      {error !== undefined && (
        <View id="error" className="bind__wrong">
          {error}
        </View>
      )}
    </Screen>
  );
}

function headingOf({ worker, answer }: AskView, words: BindWords['bind']): string {
  if (answer === undefined) return words.sent(worker);
  return answer.yes ? words.bound : words.refused(worker);
}
