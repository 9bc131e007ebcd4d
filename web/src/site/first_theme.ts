// Built into theme.js, which every page loads before its first picture: nobody who likes it dark sees a white
// flash. What else a theme needs comes with the page's own script.

import { startTheme } from '../app/theme.ts';

startTheme(new URLSearchParams(location.search).get('theme'));
