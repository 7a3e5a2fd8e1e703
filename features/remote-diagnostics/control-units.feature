Feature: In-Car Remote Diagnostics for Technical Support, what a control unit owes every tester
  Technical support can rely on what it reads because each control unit keeps the rules of diagnosis, whoever asks.
  ECU-01 to ECU-14 are rows of the checklist for diagnostic servers.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is parked with the ignition on
    And 15 s pass

  @ECU-01
  Scenario: Requests that cannot be right
    Then ECU-01 is kept by "THM": what cannot be right is refused by the right code
      | request    | answer |
      | 22F1       | 7F2213 |
      | 22F190F1   | 7F2213 |
      | 22FFFF     | 7F2231 |
      | BA         | 7FBA11 |
      | 1960       | 7F1912 |
      | 1010       | 7F1012 |
      | 2701       | 7F277F |
      | 3101FFFF   | 7F317F |
      | 1003       | 5003.* |
      | 3101FFFF   | 7F3131 |
      | 2EF190     | 7F2E13 |

  @ECU-02 @ECU-03
  Scenario: Times and silence
    Then ECU-03 is kept by "THM": times are told as they are, and what shall not be said is not
      | request | answer       |
      | 1003    | 5003003201F4 |
      | 3E80    |              |
      | 1001    | 5001003201F4 |
      | 1083    |              |
      | 22F186  | 62F18603     |
      | 3E00    | 7E00         |

  @ECU-04
  Scenario: A session that nobody keeps alive
    Then ECU-04 is kept by "BMS": a session that nobody keeps alive ends after five seconds, and what it opened is locked
      | request  | answer   |
      | 1003     | 5003.*   |
      | 2701     | 6701.{32} |
      | 2702KEY  | 6702     |
      | 4000 ms  |          |
      | 22F186   | 62F18603 |
      | 6000 ms  |          |
      | 22F186   | 62F18601 |
      | 1003     | 5003.*   |
      | 3101F011 | 7F3133   |

  @ECU-08
  Scenario: Clearing
    Then ECU-08 is kept by "THM": a clear takes the codes away
      | request  | answer              |
      | 14FFFFFF | 54                  |
      | 1902FF   | 5902FF(.{6}50)+     |

  @ECU-12
  Scenario: Guessing keys
    Then ECU-12 is kept by "THM": wrong keys end in a delay that outlives a reset
      | request   | answer    |
      | 1003      | 5003.*    |
      | 2701      | 6701.{32} |
      | 2702FALSE | 7F2735    |
      | 2701      | 6701.{32} |
      | 2702FALSE | 7F2735    |
      | 2701      | 6701.{32} |
      | 2702FALSE | 7F2736    |
      | 2701      | 7F2737    |
      | 1101      | 5101      |
      | 3000 ms   |           |
      | 1003      | 5003.*    |
      | 2701      | 7F2737    |
      | 12000 ms  |           |
      | 1003      | 5003.*    |
      | 2701      | 6701.{32} |
      | 2702KEY   | 6702      |

  @ECU-12
  Scenario: Seeds
    Then ECU-12 is kept by "THM": two seeds are never the same

  @ECU-14
  Scenario: Reset
    Then ECU-14 is kept by "THM": a reset is answered before it begins
      | request | answer   |
      | 1003    | 5003.*   |
      | 1101    | 5101     |
      | 3000 ms |          |
      | 22F186  | 62F18601 |
