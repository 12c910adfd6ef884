// SPDX-License-Identifier: MIT
// What crosses the boundary to JavaScript, as JSON: one text per call.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/answer.h"
#include "catalogue/catalogue.h"
#include "catalogue/result.h"

namespace catalogue {

// {"title","updated","licence","url","size","facets":{"duree":[["-30","30 min au plus"],…],…}}
std::string describe_catalogue(const Catalogue& catalogue);

// {"code","where","detail"}
std::string describe_error(const Error& error);

// {"query","total","page","pages","ids":[…],"counts":[[…] per facet],
//  "selected":[[index,…] per facet],"duration":[[min,max,count],…],"exits":[[kind,key,value,to,query,total],…],"hidden":[[key,count,query],…],
//  "warnings":[[code,key,value],…],"html":"…"}; an open end is null; html only when not null.
std::string write_answer(const Catalogue& catalogue, const Query& query, const Answer& answer,
                         const std::string* html);

}  // namespace catalogue
