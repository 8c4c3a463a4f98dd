import Database
import SchoolRules

extension SchoolPhase: Storable {}
extension Provision: Storable {}
extension RegisterStatus: Storable {}
extension Department.Kind: Storable {}
