import { View } from '@tarojs/components';
import { useState } from 'react';
import type { InputOf } from '../../../domain/contract/actions';
import type { PartyChoice, ProblemView } from '../../../domain/contract/views';
import { CATEGORIES } from '../../../domain/problem/category';
import { UNITS } from '../../../domain/problem/category-tree';
import { Field, StateView, Tick } from '../../components';
import { type Dictionary, useWords } from '../../i18n';
import { useQuery } from '../../state';
import type { Act } from './acts';
import type { Saying } from './give';

type Purpose = InputOf<'problem.whom'>['for'];
const isPurpose = (act: Act): act is Purpose => act === 'assign' || act === 'whistle' || act === 'transfer';

/** A list longer than this is searched. */
const LONG = 8;
/** More helpers than this are a meeting. */
const MOST = 5;

interface Props {
  act: Act;
  many: boolean;
  problem: ProblemView;
  saying: Saying;
  onChange(part: Partial<Saying>): void;
}

/** Units and people that can be given a hand in it, by name. */
export function PartyField({ act, many, problem, saying, onChange }: Props) {
  const words = useWords();
  const [search, setSearch] = useState('');
  const query = useQuery('problem.whom', { problem: problem.id, for: isPurpose(act) ? act : 'assign' });
  const choices = query.data?.choices ?? [];
  const fitting = UNITS[CATEGORIES[problem.category].unit].zh;
  // The unit whose matter it is stands first.
  const sorted = [...choices].sort((a, b) => Number(b.unit === fitting) - Number(a.unit === fitting));
  const shown = sorted.filter((choice) => wordsOf(choice, words).includes(search.trim()));
  const chosen = saying.parties.map(keyOf);
  const toggle = (choice: PartyChoice) => {
    const key = keyOf(choice.party);
    if (!many) return onChange({ parties: [choice.party] });
    const without = saying.parties.filter((party) => keyOf(party) !== key);
    const parties = chosen.includes(key) ? without : [...without, choice.party].slice(-MOST);
    return onChange({ parties });
  };
  return (
    <StateView query={query} empty={choices.length === 0} emptyWords={words.acts.nobody}>
      {choices.length > LONG && (
        <Field
          name="search"
          label={words.acts.search}
          value={search}
          placeholder={words.acts.searchHint}
          onChange={setSearch}
        />
      )}
      <View className="problem__choices">
        {shown.map((choice) => (
          <Tick
            key={`${keyOf(choice.party)}${choice.name}`}
            id={`whom-${keyOf(choice.party)}`}
            on={chosen.includes(keyOf(choice.party))}
            label={choice.unit ?? choice.name}
            hint={hintOf(choice, words)}
            onChange={() => toggle(choice)}
          />
        ))}
      </View>
    </StateView>
  );
}

/** Of the desk or the person, not of who sits there today. */
function keyOf(party: PartyChoice['party']): string {
  return 'person' in party ? party.person : `${party.role}-${party.area}-${party.unit ?? ''}`;
}

function hintOf({ unit, name, role, areaPath }: PartyChoice, { me }: Dictionary): string {
  return unit ? `${me.role[role]} ${name}` : `${me.role[role]} · ${areaPath}`;
}

function wordsOf(choice: PartyChoice, words: Dictionary): string {
  return `${choice.unit ?? ''}${choice.name}${hintOf(choice, words)}`;
}
