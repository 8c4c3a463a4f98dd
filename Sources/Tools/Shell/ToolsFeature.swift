package import Database

package let toolsMigrations = [Migration("0004-tools", PackageResources._004_tools_sql)]
