Feature: In-Car Remote Diagnostics for Technical Support, main scenario
  Bob is the driver, Alise is the technical support representative.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled

  @RD-G1 @RD-G2 @RD-G3 @RD-M1 @RD-M2 @RD-M3 @RD-M4 @RD-M5 @RD-Q1 @needs-plant-faults
  Scenario: A clogged coolant pump is found and freed remotely
    Given Bob drives the luxury electric vehicle at 80 km/h
    When debris clogs the coolant pump
    Then a warning light or malfunction indicator appears on the dashboard
    When Bob stops and parks
    And Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And Alise receives the vehicle's diagnostic data, identifies the issue, and begins guiding Bob through troubleshooting steps
    When Bob does what he is told
    And Alise runs the coolant pump test and it passes
    And Alise tests again that the trouble code is gone
    And Alise closes the session as "resolved"
    Then Bob receives real-time instructions, or a service appointment is scheduled
    And technical support remotely accessed the on-board systems and performed detailed diagnostics
    And technical support monitored the vehicle's health in real time
    And technical support assisted with troubleshooting in real time
    And Bob can continue driving, and a report is sent to both the user and the technical support team documenting the resolution

  @RD-M4 @RD-M5 @RD-Q2 @needs-plant-faults
  Scenario: A worn coolant pump cannot be resolved remotely and a service appointment is scheduled
    Given Bob drives the luxury electric vehicle at 80 km/h
    And the coolant pump is worn out
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then Alise receives the vehicle's diagnostic data, identifies the issue, and begins guiding Bob through troubleshooting steps
    When Bob does what he is told
    And Alise runs the coolant pump test and it fails
    And Alise schedules a service appointment
    And Alise closes the session as "appointment"
    Then Bob receives real-time instructions, or a service appointment is scheduled
    And Bob is informed of the necessary next steps

  @RD-M3 @RD-M4 @RD-G1 @needs-supply-faults
  Scenario: A silent battery management is named as the root, not the codes that follow from it
    Given Bob drives the luxury electric vehicle at 30 km/h
    And the supply of "BMS" is cut
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And Alise receives the vehicle's diagnostic data, identifies the issue, and begins guiding Bob through troubleshooting steps
    And technical support remotely accessed the on-board systems and performed detailed diagnostics
    And "BMS" is named as the root and listed as silent

  @RD-G1 @RD-Q2 @needs-plant-faults
  Scenario: While the vehicle moves nothing but reading is allowed
    Given Bob drives the luxury electric vehicle at 50 km/h
    And the coolant pump is worn out
    And a warning light has appeared on the dashboard
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise asks for the coolant pump test while the vehicle moves
    Then the request is refused and nothing moves
    When Alise closes the session as "follow-up"
    Then Bob is informed of the necessary next steps
