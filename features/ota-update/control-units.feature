Feature: Over-the-Air Software Updates for In-Vehicle Systems, what a control unit owes its owner
  A control unit keeps its software whoever asks for a change: the update agent, or a tester that came by another way.
  V12 to V38 are rows of the updates' checklist.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And 15 s pass

  @V14
  Scenario: Versions are read-only
    Then V14 is kept by "BMS": its versions cannot be written
      | request                                | answer       |
      | 1003                                   | 5003.*       |
      | 2701                                   | 6701.{32}    |
      | 2702KEY                                | 6702         |
      | 2EF19539393939393939393939393939393939 | 7F2E31       |
      | 2EF18939393939393939393939393939393939 | 7F2E31       |
      | 22F195                                 | 62F195323032.* |

  @V36 @V37
  Scenario: The way to programming
    Then V36 is kept by "BMS": nothing is changed without the session, the key and the fingerprint
      | request                                | answer    |
      | 3101FF00                               | 7F317F    |
      | 3400440000000000000040                 | 7F347F    |
      | 1003                                   | 5003.*    |
      | 3400440000000000000040                 | 7F347F    |
      | 3101F011                               | 7F3133    |
      | 1002                                   | 5002.*    |
      | 3101FF00                               | 7F3133    |
      | 3400440000000000000040                 | 7F3433    |
      | 2EF18455504C4F414445523030303030303131 | 7F2E33  |
      | 2701                                   | 6701.{32} |
      | 2702KEY                                | 6702      |
      | 3101FF00                               | 7F3124    |

  @V37 @V38 @V12
  Scenario: The order of programming
    Then V37 is kept by "BMS": what comes in a wrong order or too much of it is refused
      | request                                  | answer     |
      | 1003                                     | 5003.*     |
      | 1002                                     | 5002.*     |
      | 2701                                     | 6701.{32}  |
      | 2702KEY                                  | 6702       |
      | 2EF18455504C4F414445523030303030303131 | 6EF184     |
      | 3400440000000000000004                   | 7F3470     |
      | 3101FF000000000000010000                 | 7101FF0000 |
      | 34004400000000FFFFFFFF                   | 7F3431     |
      | 3101FF01                                 | 7F3124     |
      | 3400440000000000000004                   | 74.*       |
      | 360211223344                             | 7F3673     |
      | 360111223344                             | 7601       |
      | 37                                       | 77         |
    And V38 is kept by "BMS": only a whole and genuine image is accepted, activated and started
      | request  | answer     |
      | 31010202 | 7101020201 |
      | 3101FF01 | 7F3124     |
      | 3101F011 | 7F3122     |
      | 1101     | 5101       |
      | 5000 ms  |            |
      | 22F195   | 62F195323032362E3434.* |

  @V12 @V38
  Scenario: A single bank that was erased
    Then V12 is kept by "INV": only a whole and genuine image is accepted, activated and started
      | request                                  | answer     |
      | 1003                                     | 5003.*     |
      | 1002                                     | 5002.*     |
      | 2701                                     | 6701.{32}  |
      | 2702KEY                                  | 6702       |
      | 2EF18455504C4F414445523030303030303131 | 6EF184     |
      | 3101FF000000000000010000                 | 7101FF0000 |
      | 1101                                     | 5101       |
      | 5000 ms                                  |            |
      | 22F186                                   | 62F18601   |
