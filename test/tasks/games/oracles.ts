/** Exact values of small games as fractions, one per agent. */
export type Oracle = {
  readonly empty: string;
  readonly grand: string;
  readonly shapley: readonly string[];
  readonly banzhaf: readonly string[];
  readonly removal: readonly string[];
};

/** Computed by enumeration in exact rational arithmetic. */
export const oracles = {
  // player0 left, 1-2 right; v=min(L,R)
  glove_1L2R: {
    empty: '0',
    grand: '1',
    shapley: ['2/3', '1/6', '1/6'],
    banzhaf: ['3/4', '1/4', '1/4'],
    removal: ['1', '0', '0'],
  },
  // players0-1 left
  glove_2L3R: {
    empty: '0',
    grand: '2',
    shapley: ['13/20', '13/20', '7/30', '7/30', '7/30'],
    banzhaf: ['11/16', '11/16', '5/16', '5/16', '5/16'],
    removal: ['1', '1', '0', '0', '0'],
  },
  // cost game max(c)
  airport_8_11_13_18: {
    empty: '0',
    grand: '18',
    shapley: ['2', '3', '4', '9'],
    banzhaf: ['1', '7/4', '11/4', '31/4'],
    removal: ['0', '0', '0', '5'],
  },
  // v(S)=max(0,E-sum claims outside S)
  bankruptcy_100_200_300_E100: {
    empty: '0',
    grand: '100',
    shapley: ['100/3', '100/3', '100/3'],
    banzhaf: ['25', '25', '25'],
    removal: ['100', '100', '100'],
  },
  // v(S)=max(0,E-sum claims outside S)
  bankruptcy_100_200_300_E200: {
    empty: '0',
    grand: '200',
    shapley: ['100/3', '250/3', '250/3'],
    banzhaf: ['25', '75', '75'],
    removal: ['100', '200', '200'],
  },
  // v(S)=max(0,E-sum claims outside S)
  bankruptcy_100_200_300_E300: {
    empty: '0',
    grand: '300',
    shapley: ['50', '100', '150'],
    banzhaf: ['50', '100', '150'],
    removal: ['100', '200', '300'],
  },
  // v=3u01+2u123-u03+u2
  soug_n4: {
    empty: '0',
    grand: '5',
    shapley: ['1', '13/6', '5/3', '1/6'],
    banzhaf: ['1', '2', '3/2', '0'],
    removal: ['2', '5', '3', '1'],
  },
  // edges 01:4,02:-2,12:3,23:5, self loop 0:1
  induced_subgraph_n4: {
    empty: '0',
    grand: '11',
    shapley: ['2', '7/2', '3', '5/2'],
    banzhaf: ['2', '7/2', '3', '5/2'],
    removal: ['3', '7', '6', '5'],
  },
  // weighted voting [12;[4, 4, 4, 2, 2, 1]]
  wvg_12_4_4_4_2_2_1: {
    empty: '0',
    grand: '1',
    shapley: ['7/30', '7/30', '7/30', '3/20', '3/20', '0'],
    banzhaf: ['5/16', '5/16', '5/16', '3/16', '3/16', '0'],
    removal: ['0', '0', '0', '0', '0', '0'],
  },
  // weighted voting [4;[3, 2, 1]]
  wvg_4_3_2_1: {
    empty: '0',
    grand: '1',
    shapley: ['2/3', '1/6', '1/6'],
    banzhaf: ['3/4', '1/4', '1/4'],
    removal: ['1', '0', '0'],
  },
  // weighted voting [51;[50, 49, 1]]
  wvg_51_50_49_1: {
    empty: '0',
    grand: '1',
    shapley: ['2/3', '1/6', '1/6'],
    banzhaf: ['3/4', '1/4', '1/4'],
    removal: ['1', '0', '0'],
  },
  // weighted voting [6;[4, 3, 2, 1]]
  wvg_6_4_3_2_1: {
    empty: '0',
    grand: '1',
    shapley: ['5/12', '1/4', '1/4', '1/12'],
    banzhaf: ['5/8', '3/8', '3/8', '1/8'],
    removal: ['0', '0', '0', '0'],
  },
  // weighted voting [5;[3, 2, 2, 1]]
  wvg_5_3_2_2_1: {
    empty: '0',
    grand: '1',
    shapley: ['5/12', '1/4', '1/4', '1/12'],
    banzhaf: ['5/8', '3/8', '3/8', '1/8'],
    removal: ['0', '0', '0', '0'],
  },
  // 1-of-4
  threshold_1_of_4: {
    empty: '0',
    grand: '1',
    shapley: ['1/4', '1/4', '1/4', '1/4'],
    banzhaf: ['1/8', '1/8', '1/8', '1/8'],
    removal: ['0', '0', '0', '0'],
  },
  // 2-of-4
  threshold_2_of_4: {
    empty: '0',
    grand: '1',
    shapley: ['1/4', '1/4', '1/4', '1/4'],
    banzhaf: ['3/8', '3/8', '3/8', '3/8'],
    removal: ['0', '0', '0', '0'],
  },
  // 3-of-4
  threshold_3_of_4: {
    empty: '0',
    grand: '1',
    shapley: ['1/4', '1/4', '1/4', '1/4'],
    banzhaf: ['3/8', '3/8', '3/8', '3/8'],
    removal: ['0', '0', '0', '0'],
  },
  // 4-of-4
  threshold_4_of_4: {
    empty: '0',
    grand: '1',
    shapley: ['1/4', '1/4', '1/4', '1/4'],
    banzhaf: ['1/8', '1/8', '1/8', '1/8'],
    removal: ['1', '1', '1', '1'],
  },
  // v=|S| mod 2
  parity_3: {
    empty: '0',
    grand: '1',
    shapley: ['1/3', '1/3', '1/3'],
    banzhaf: ['0', '0', '0'],
    removal: ['1', '1', '1'],
  },
  // 0 AND (1 OR 2)
  redundant_pair: {
    empty: '0',
    grand: '1',
    shapley: ['2/3', '1/6', '1/6'],
    banzhaf: ['3/4', '1/4', '1/4'],
    removal: ['1', '0', '0'],
  },
  // u01 - 1/2 u012
  saboteur: {
    empty: '0',
    grand: '1/2',
    shapley: ['1/3', '1/3', '-1/6'],
    banzhaf: ['3/8', '3/8', '-1/8'],
    removal: ['1/2', '1/2', '-1/2'],
  },
  // u01, player2 null
  null_player: {
    empty: '0',
    grand: '1',
    shapley: ['1/2', '1/2', '0'],
    banzhaf: ['1/2', '1/2', '0'],
    removal: ['1', '1', '0'],
  },
  // BSC chain eps=.1,.2,.05; absent agent copies
  relay_perfect_null: {
    empty: '1',
    grand: '179/250',
    shapley: ['-229/3000', '-257/1500', '-109/3000'],
    banzhaf: ['-19/250', '-171/1000', '-9/250'],
    removal: ['-27/500', '-18/125', '-3/125'],
  },
  // absent agent outputs fair coin
  relay_random_null: {
    empty: '1/2',
    grand: '179/250',
    shapley: ['9/125', '9/125', '9/125'],
    banzhaf: ['27/500', '27/500', '27/500'],
    removal: ['27/125', '27/125', '27/125'],
  },
  // stages q=.9,.8,.7 fallback .5
  pipeline_q987_fallback_half: {
    empty: '1/8',
    grand: '63/125',
    shapley: ['79/500', '16/125', '93/1000'],
    banzhaf: ['39/250', '63/500', '91/1000'],
    removal: ['28/125', '189/1000', '18/125'],
  },
  // independent voters p=.9,.7,.6, absent abstain, ties 1/2
  majority_vote_976: {
    empty: '1/2',
    grand: '417/500',
    shapley: ['709/3000', '259/3000', '17/1500'],
    banzhaf: ['417/2000', '117/2000', '-33/2000'],
    removal: ['23/125', '21/250', '17/500'],
  },
  // p=.9,.9,.3
  majority_vote_993_saboteur: {
    empty: '1/2',
    grand: '108/125',
    shapley: ['407/1500', '407/1500', '-67/375'],
    banzhaf: ['241/1000', '241/1000', '-209/1000'],
    removal: ['33/125', '33/125', '-9/250'],
  },
  // facts {12},{13},{14},{45}, score=#covered/5
  jigsaw_coverage: {
    empty: '0',
    grand: '1',
    shapley: ['4/15', '4/15', '1/6', '3/10'],
    banzhaf: ['1/4', '1/4', '3/20', '3/10'],
    removal: ['1/5', '1/5', '0', '1/5'],
  },
  // all n clues needed else chance 1/2
  hidden_profile_parity_2: {
    empty: '1/2',
    grand: '1',
    shapley: ['1/4', '1/4'],
    banzhaf: ['1/4', '1/4'],
    removal: ['1/2', '1/2'],
  },
  // all n clues needed else chance 1/2
  hidden_profile_parity_3: {
    empty: '1/2',
    grand: '1',
    shapley: ['1/6', '1/6', '1/6'],
    banzhaf: ['1/8', '1/8', '1/8'],
    removal: ['1/2', '1/2', '1/2'],
  },
  // all n clues needed else chance 1/2
  hidden_profile_parity_4: {
    empty: '1/2',
    grand: '1',
    shapley: ['1/8', '1/8', '1/8', '1/8'],
    banzhaf: ['1/16', '1/16', '1/16', '1/16'],
    removal: ['1/2', '1/2', '1/2', '1/2'],
  },
  // level-based foraging single food; LBF native split = level/sum(levels)
  lbf_1_2_food3: { empty: '0', grand: '1', shapley: ['1/2', '1/2'], banzhaf: ['1/2', '1/2'], removal: ['1', '1'] },
  // level-based foraging single food; LBF native split = level/sum(levels)
  lbf_1_1_2_food2: {
    empty: '0',
    grand: '1',
    shapley: ['1/6', '1/6', '2/3'],
    banzhaf: ['1/4', '1/4', '3/4'],
    removal: ['0', '0', '0'],
  },
  // level-based foraging single food; LBF native split = level/sum(levels)
  lbf_2_2_1_food4: {
    empty: '0',
    grand: '1',
    shapley: ['1/2', '1/2', '0'],
    banzhaf: ['1/2', '1/2', '0'],
    removal: ['1', '1', '0'],
  },
} satisfies Record<string, Oracle>;

/** Published and recomputed values of large voting bodies, by the votes of a member. */
export const votingBodies = {
  // weighted voting quota 39
  unsc_15: {
    quota: 39,
    weights: [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    shapley: { 7: '421/2145', 1: '4/2145' },
    banzhaf: { 7: '53/1024', 1: '21/4096' },
  },
  // weighted voting quota 27
  unsc_11_pre1966: {
    quota: 27,
    weights: [5, 5, 5, 5, 5, 1, 1, 1, 1, 1, 1],
    shapley: { 5: '76/385', 1: '1/462' },
    banzhaf: { 5: '57/1024', 1: '5/1024' },
  },
  // quota 270 of 538
  electoral_college_1960census: {
    quota: 270,
    weights: [
      43, 40, 29, 26, 26, 25, 21, 17, 14, 14, 13, 13, 12, 12, 12, 12, 11, 10, 10, 10, 10, 9, 9, 9, 8, 8, 8, 7, 7, 7, 6,
      6, 6, 5, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3,
    ],
    shapley: {
      43: '0.084064291817359',
      40: '0.077670674545920',
      29: '0.055002241994555',
      26: '0.049012626909411',
      25: '0.047033117379676',
      21: '0.039197199447825',
      17: '0.031487669103427',
      14: '0.025784754726583',
      13: '0.023898399161831',
      12: '0.022019210757341',
      11: '0.020147107979279',
      10: '0.018282011061851',
      9: '0.016423841649612',
      8: '0.014572523800489',
      7: '0.012727982890621',
      6: '0.010890146050203',
      5: '0.009058941092044',
      4: '0.007234298528619',
      3: '0.005416149702747',
    },
    banzhaf: {
      43: '0.363720702021872',
      40: '0.334149397579345',
      29: '0.234904675474844',
      26: '0.209354991010398',
      25: '0.200942555307774',
      21: '0.167731981082360',
      17: '0.135102289325692',
      14: '0.110927236583779',
      13: '0.102915152589802',
      12: '0.094923211315846',
      11: '0.086949695105110',
      10: '0.078992923336468',
      9: '0.071051264843490',
      8: '0.063123113751921',
      7: '0.055206897509503',
      6: '0.047301066934365',
      5: '0.039404101346205',
      4: '0.031514492774335',
      3: '0.023630751844987',
    },
  },
} satisfies Record<string, VotingBody>;

type VotingBody = {
  readonly quota: number;
  readonly weights: readonly number[];
  readonly shapley: Readonly<Record<number, string>>;
  readonly banzhaf: Readonly<Record<number, string>>;
};
