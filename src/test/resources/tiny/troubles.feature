Feature: Troubles of a lamp

  @OTA-M2 @broken
  Scenario: The lamp stays dark
    Given the lamp is off
    Then the lamp is on

  @harness
  Scenario: The harness breaks
    Given the harness breaks

  @absent
  Scenario: The rig has no lamp
    Given the rig has no lamp
    Then the lamp is on

  @mistaken
  Scenario: The user named a bulb that is not there
    Given a bulb that is missing
