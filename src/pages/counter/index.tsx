import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function CounterPage() {
  return <Screen title={useWords().home.tools.counter}>{null}</Screen>;
}
