Feature: In-Car Remote Diagnostics for Technical Support, postconditions

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled
    And Bob drives the luxury electric vehicle at 80 km/h

  @RD-Q1 @needs-plant-faults
  Scenario: After a resolution Bob drives on and the code does not return
    Given debris clogs the coolant pump
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise runs the coolant pump test and it passes
    And Alise tests again that the trouble code is gone
    And Alise closes the session as "resolved"
    Then Bob can continue driving, and a report is sent to both the user and the technical support team documenting the resolution
    When Bob drives on at 60 km/h for 120 s
    Then the vehicle drives without a warning

  @RD-Q2 @needs-plant-faults
  Scenario: Clearing the trouble code alone does not count as resolved
    Given the coolant pump is worn out
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise clears the trouble code without a repair
    Then closing the session as "resolved" is refused for lack of evidence
    When Alise closes the session as "follow-up"
    Then Bob is informed of the necessary next steps

  @RD-Q2 @needs-plant-faults
  Scenario: The driver ends the session and is told the next steps
    Given the coolant pump is worn out
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Bob ends the session
    Then Bob is informed of the necessary next steps
