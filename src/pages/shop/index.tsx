import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function ShopPage() {
  return <Screen title={useWords().home.tools.shop}>{null}</Screen>;
}
