import { checkEveryPage } from './every-page';

checkEveryPage('en');
