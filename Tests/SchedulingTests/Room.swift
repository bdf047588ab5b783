@testable import Scheduling
