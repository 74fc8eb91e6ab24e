import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { HouseholdView } from '../../../domain/contract/views';
import { Button, Card, PhoneButton, ProblemRow, Reasons, Screen, StateView } from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';
import { openProblem, openReport, openSheet, openShop } from '../../routes';
import { cloud } from '../../services/cloud';
import { useQuery, useRoles } from '../../state';
import { Bound } from './Bound';
import { Contacts } from './Contacts';
import { Invite } from './Invite';
import { Survey } from './Survey';
import { Waiting } from './Waiting';
import './index.scss';

/** Everything about one household: who asks, what is open, what went before, who is bound. */
export default function HouseholdPage() {
  const words = useWords().household;
  const { id = '' } = useRouter().params;
  const query = useQuery(id ? 'household.view' : undefined, { household: id });
  const household = query.data;
  const roles = useRoles();
  const mine = roles.includes('worker');
  // A chief answers where no worker can.
  const answers = mine || roles.includes('chief');
  return (
    <Screen
      title={words.title}
      heading={household?.head}
      lead={household?.address}
      action={
        household && mine ? (
          <Button id="record-one" onTap={() => openSheet(household.id)}>
            {words.record}
          </Button>
        ) : undefined
      }
      staleSince={query.error && household ? query.asOf : undefined}
    >
      <StateView query={query} empty={id === ''} emptyWords={words.gone}>
        {household && (
          <>
            {answers && <Waiting household={household} onChange={query.refresh} />}
            <Who household={household} mine={mine} serves={answers || roles.includes('secretary')} />
            {household.open.length > 0 && (
              <Card id="open" title={words.open}>
                {household.open.map((problem) => (
                  <ProblemRow key={problem.id} problem={problem} now={cloud.now()} onOpen={openProblem} />
                ))}
              </Card>
            )}
            {household.survey && (
              <Survey household={household.id} survey={household.survey} onChange={query.refresh} />
            )}
            <Contacts contacts={household.contacts} />
            <Bound bound={household.bound} />
            {mine && <Invite household={household.id} invite={household.invite} onChange={query.refresh} />}
          </>
        )}
      </StateView>
    </Screen>
  );
}

interface WhoProps {
  household: HouseholdView;
  mine: boolean;
  /** Stands at the counter of the points shop, or speaks for the household there. */
  serves: boolean;
}

function Who({ household, mine, serves }: WhoProps) {
  const words = useWords();
  const { phone, head, members, winter } = household;
  return (
    <Card id="who">
      <View className="household__note">
        {words.household.people(members)}
        {winter !== undefined && ` · ${words.home.household.winter(winter)}`}
      </View>
      <Reasons household={household} />
      <View className="household__row">
        {phone !== undefined && (
          <PhoneButton phone={phone} name={head}>
            {`${words.home.call} ${phone}`}
          </PhoneButton>
        )}
        {serves && (
          <View
            id="points"
            className="household__link"
            hoverClass="y-pressed"
            onClick={() => openShop({ household: household.id })}
            {...spoken('button')}
          >
            {words.household.points}
          </View>
        )}
        {mine && (
          <View
            id="behalf"
            className="household__link"
            hoverClass="y-pressed"
            onClick={() => openReport(household)}
            {...spoken('button')}
          >
            {words.household.behalf}
          </View>
        )}
      </View>
    </Card>
  );
}
