@testable import Monitoring
