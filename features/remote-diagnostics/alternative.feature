Feature: In-Car Remote Diagnostics for Technical Support, alternative scenario
  The "Diagnostics" button is unresponsive; support reaches the vehicle without the infotainment screen.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled

  @RD-A1 @RD-A2 @RD-A3 @RD-A4 @RD-A5 @RD-Q2 @needs-screen-faults
  Scenario: Bob calls by phone, and a service appointment is scheduled
    Given Bob drives the luxury electric vehicle at 50 km/h
    And the infotainment screen no longer feels fingers
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then the "Diagnostics" button is unresponsive
    When Bob turns the vehicle off and on
    And Bob presses the "Diagnostics" button on the car's infotainment screen
    Then the feature remains unavailable
    When Bob contacts technical support by phone
    Then technical support answers Bob through the alternative communication method
    And Alise accesses vehicle diagnostics through an alternate method and guides Bob through necessary steps
    When Alise schedules a service appointment
    And Alise closes the session as "appointment"
    Then a service appointment is scheduled for further diagnostics and repair
    And Bob is informed of the necessary next steps

  @RD-A1 @RD-A3 @RD-A4 @needs-supply-faults
  Scenario: The infotainment is dead and Bob uses the mobile app
    Given Bob is parked with the ignition on
    And the supply of "IVI" is cut
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then the "Diagnostics" button is unresponsive
    When Bob contacts technical support by the mobile app
    Then technical support answers Bob through the alternative communication method
    And Alise accesses vehicle diagnostics through an alternate method and guides Bob through necessary steps
