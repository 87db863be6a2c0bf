/** Students of a team by default. */
export const TEAM_SIZE = 5;
/** Most students of a team: a chip has seats for so many in every lesson, but for those of several sizes. */
export const TEAM_SIZE_MAX = 5;
/** Most teams at a time, which is enough for a class of 60. So many have a name and a colour of their own. */
export const TEAMS_MAX = 16;
