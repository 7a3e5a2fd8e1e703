Feature: In-Car Remote Diagnostics for Technical Support, preconditions
  What is not met is refused at once, with the reason.

  Background:
    Given Bob is parked with the ignition on

  @RD-P1
  Scenario: A vehicle with outdated software is told so
    Given the vehicle's software is too old for remote diagnostics
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then remote diagnostics is refused because of "software-outdated"

  @RD-P2
  Scenario: An unregistered driver is told so
    Given Bob is not registered in the system
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then remote diagnostics is refused because of "not-registered"

  @RD-P2
  Scenario: A driver without valid contact details is told so
    Given Bob is registered without valid contact details
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then remote diagnostics is refused because of "contact-missing"

  @RD-P3
  Scenario: Without an internet connection the driver is told so
    Given the vehicle has neither Wi-Fi nor cellular data
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then remote diagnostics is refused because of "no-connection"

  @RD-P4
  Scenario: A disabled diagnostic interface is told
    Given the vehicle's onboard diagnostic interface is disabled
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then remote diagnostics is refused because of "interface-disabled"

  @RD-P4
  Scenario: Without the driver's consent nothing is read
    Given the vehicle's onboard diagnostic interface is enabled
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob does not allow the sharing of diagnostic data
    Then remote diagnostics is refused because of "consent-refused"

  @RD-P1 @RD-P2 @RD-P3 @RD-P4 @RD-M2 @RD-M3
  Scenario: With all preconditions met a session is opened
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And all preconditions of remote diagnostics were met
    And technical support remotely accessed the on-board systems and performed detailed diagnostics
