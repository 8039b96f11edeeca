import { checkEveryPage } from './every-page';

checkEveryPage('zh-CN');
