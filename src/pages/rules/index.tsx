import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function RulesPage() {
  return <Screen title={useWords().home.tools.rules}>{null}</Screen>;
}
